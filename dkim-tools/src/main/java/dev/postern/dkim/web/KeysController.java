package dev.postern.dkim.web;

import dev.postern.common.mail.DomainName;
import dev.postern.dkim.keys.KeyStore;
import dev.postern.dkim.keys.ManageKeys;
import dev.postern.dkim.keys.ManageKeys.Creation;
import dev.postern.dkim.keys.PairName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The API. */
@RestController
@RequestMapping("/api/v1/keys")
class KeysController {

    private static final Logger log = LoggerFactory.getLogger(KeysController.class);

    private final KeyStore store;
    private final ManageKeys keys;

    KeysController(KeyStore store, ManageKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @GetMapping
    Listing list() {
        return new Listing(store.all().stream().map(KeysResource.Summary::of).toList());
    }

    @GetMapping("/{domain}")
    KeysResource show(@PathVariable("domain") String text) {
        var domain = Problems.domain(text);
        return store.find(domain)
                .map(KeysResource::of)
                .orElseThrow(() -> Problems.unknown("There are no keys for %s.".formatted(domain)));
    }

    @PostMapping
    ResponseEntity<KeysResource> create(@RequestBody NewKeys wanted) {
        var domain = Problems.domain(wanted.domain());
        var name = wanted.selector() == null ? keys.nameForToday() : Problems.name(wanted.selector());
        return switch (keys.create(domain, name)) {
            case Creation.Created(var made) -> {
                log.info("Made DKIM keys {} for {}", name, domain);
                yield created(domain, KeysResource.of(made));
            }
            case Creation.NameTaken() ->
                throw Problems.taken("selector", "%s has keys with the selector %s already.".formatted(domain, name));
            case Creation.TooLong(var reason) -> throw Problems.unfit("selector", reason);
        };
    }

    @PutMapping("/{domain}/active")
    KeysResource activate(@PathVariable("domain") String text, @RequestBody ActiveKeys wanted) {
        var domain = Problems.domain(text);
        var name = Problems.name(wanted.selector());
        var changed = keys.activate(domain, name).orElseThrow(() -> noSuchPair(domain, name));
        log.info("The DKIM keys {} of {} are the active ones now", name, domain);
        return KeysResource.of(changed);
    }

    private static RuntimeException noSuchPair(DomainName domain, PairName name) {
        return Problems.unknown("%s has no keys with the selector %s.".formatted(domain, name));
    }

    private static ResponseEntity<KeysResource> created(DomainName domain, KeysResource body) {
        var place = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(domain.ascii())
                .build()
                .toUri();
        return ResponseEntity.created(place).body(body);
    }

    record Listing(List<KeysResource.Summary> domains) {}

    record NewKeys(@Nullable String domain, @Nullable String selector) {}

    record ActiveKeys(@Nullable String selector) {}
}
