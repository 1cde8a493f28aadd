package dev.postern.admin.webhooks;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OWNERS)
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "Programs elsewhere that are told of changes")
class WebhookController {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ChangeWebhooks changeWebhooks;

    WebhookController(Webhooks webhooks, Deliveries deliveries, ChangeWebhooks changeWebhooks) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changeWebhooks = changeWebhooks;
    }

    @GetMapping
    @Operation(operationId = "listWebhooks", summary = "List the webhooks, the oldest first")
    List<WebhookResource> list() {
        return webhooks.all().stream().map(WebhookResource::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createWebhook",
            summary = "Have a program elsewhere told of changes; the secret is told this once",
            description = "Signed as Standard Webhooks has it: webhook-signature is v1 and the HMAC-SHA256 over"
                    + " webhook-id, webhook-timestamp and the body.")
    ResponseEntity<WebhookResource> create(@RequestBody WebhookResource.Creation request) {
        return Answers.created(
                changeWebhooks.add(request.read()),
                made -> String.valueOf(made.webhook().id()),
                WebhookResource::of);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "readWebhook", summary = "Read one webhook")
    WebhookResource read(@PathVariable long id) {
        return WebhookResource.of(found(id));
    }

    @PatchMapping("/{id}")
    @Operation(operationId = "changeWebhook", summary = "Change a webhook", description = "What is absent stays.")
    WebhookResource change(@PathVariable long id, @RequestBody WebhookResource.Change request) {
        return Answers.ok(changeWebhooks.change(id, request::applyTo), WebhookResource::of);
    }

    @PostMapping("/{id}/secret")
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "Sign with another secret from now on; it is told this once")
    WebhookResource renewSecret(@PathVariable long id) {
        return Answers.ok(changeWebhooks.renewSecret(id), WebhookResource::of);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "deleteWebhook", summary = "Remove a webhook, and what waits for it")
    void delete(@PathVariable long id) {
        Answers.done(changeWebhooks.remove(id), WebhookResource::of);
    }

    @GetMapping("/{id}/deliveries")
    @Operation(operationId = "listWebhookDeliveries", summary = "List what it was told, the latest first")
    Page<WebhookResource.Told> deliveries(@PathVariable long id, @ParameterObject Listing listing) {
        return deliveries.list(found(id).id(), listing.toRequest()).map(WebhookResource.Told::of);
    }

    @PostMapping("/{id}/deliveries/{delivery}/retry")
    @Operation(operationId = "retryWebhookDelivery", summary = "Tell it once more")
    WebhookResource.Told retry(@PathVariable long id, @PathVariable long delivery) {
        return Answers.ok(changeWebhooks.tellAgain(id, delivery), WebhookResource.Told::of);
    }

    private Webhook found(long id) {
        return Answers.found(webhooks.find(id), "There is no webhook with the number %d.".formatted(id));
    }
}
