package dev.postern.backup.web;

import dev.postern.backup.watch.StorageWatch;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API. */
@RestController
class StorageController {

    private final StorageWatch watch;

    StorageController(StorageWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/api/v1/storage")
    StorageResource storage() {
        return StorageResource.of(watch.latest());
    }
}
