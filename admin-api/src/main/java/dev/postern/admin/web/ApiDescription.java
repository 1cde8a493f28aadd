package dev.postern.admin.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says beyond what the controllers and their records tell by themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String MAILBOX = "mailbox";
    private static final String SESSION = "session";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Postern accounts")
                        .version("v1")
                        .description("Domains, mailboxes and aliases. A change is effective at once.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                // Relative: the document is true wherever it is read.
                .servers(List.of(new Server().url("/")))
                .security(List.of(new SecurityRequirement().addList(TOKEN)))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token, such as the content of the secret admin_token"))
                        .addSecuritySchemes(
                                MAILBOX,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("Address and present password of a mailbox"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token of a session that the owner of a mailbox opened")));
    }

    @Bean
    OperationCustomizer ifMatchDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(IfMatch.class);
        return new IfMatchDescription();
    }

    @Bean
    OpenApiCustomizer problemDescriptions() {
        return new ProblemDescriptions();
    }

    @Bean
    ModelConverter requiredUnlessNullable() {
        return new RequiredUnlessNullable();
    }
}
