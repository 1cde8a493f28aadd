package dev.postern.admin.clients;

import dev.postern.common.mail.DomainName;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** A host name in the configuration, in whatever case it was written. */
@Component
@ConfigurationPropertiesBinding
final class DomainNameConverter implements Converter<String, DomainName> {

    @Override
    public DomainName convert(String text) {
        return DomainName.parse(text.strip());
    }
}
