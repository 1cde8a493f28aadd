package dev.postern.backup;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

@SpringBootApplication
@ConfigurationPropertiesScan
public class BackupApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BackupApplication.class, arguments);
    }
}
