package dev.postern.dkim;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class DkimApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DkimApplication.class, arguments);
    }
}
