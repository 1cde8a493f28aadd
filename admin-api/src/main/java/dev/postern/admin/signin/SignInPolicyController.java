package dev.postern.admin.signin;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.OVERSEERS)
@About(Area.PLATFORM)
@RestController
@RequestMapping("/api/v1/sign-in-policy")
@Tag(name = "Operators", description = "The people who run the platform")
class SignInPolicyController {

    private final RequireSecondFactor requireSecondFactor;

    SignInPolicyController(RequireSecondFactor requireSecondFactor) {
        this.requireSecondFactor = requireSecondFactor;
    }

    @GetMapping
    @Operation(operationId = "readSignInPolicy", summary = "Read what is asked of operators who sign in")
    Policy read() {
        return new Policy(requireSecondFactor.isRequired());
    }

    @PutMapping
    @AllowedFor(Audience.OWNERS)
    @Operation(
            operationId = "setSignInPolicy",
            summary = "Set what is asked of operators who sign in",
            description = "Who has no second factor yet is led to its set-up and sees nothing else until then.")
    Policy set(@RequestBody Wanted wanted) {
        return new Policy(requireSecondFactor.apply(
                Field.of("secondFactorRequired", wanted.secondFactorRequired()).required(required -> required)));
    }

    @Schema(name = "SignInPolicy")
    record Policy(
            @Schema(description = "Whether a password alone is not enough for any operator")
            boolean secondFactorRequired) {}

    @Schema(name = "NewSignInPolicy")
    record Wanted(
            @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
            Boolean secondFactorRequired) {}
}
