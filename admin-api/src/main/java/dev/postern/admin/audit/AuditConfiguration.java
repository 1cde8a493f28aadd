package dev.postern.admin.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.common.service.SecretFile;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** Read at the first entry: the training run of the AOT cache has no secrets. */
    @Bean
    @Lazy
    AuditChain auditChain(AuditSettings settings) {
        return new AuditChain(
                new SecretKeySpec(SecretFile.read(settings.keyFile()).getBytes(UTF_8), "HmacSHA256"));
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
