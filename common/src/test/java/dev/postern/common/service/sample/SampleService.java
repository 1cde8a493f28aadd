package dev.postern.common.service.sample;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The smallest service with a page. */
@SpringBootApplication
public class SampleService {

    @Controller
    static final class SampleController {

        @GetMapping("/")
        String page() {
            return "sample";
        }

        @PostMapping("/change")
        @ResponseBody
        String change() {
            return "changed";
        }
    }
}
