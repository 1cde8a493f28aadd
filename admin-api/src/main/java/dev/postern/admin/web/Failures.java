package dev.postern.admin.web;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;

/**
 * What is left of a request that failed outside of any controller: people get the error page, and programs a problem as
 * they do for every other refusal.
 */
@AllowedFor(Audience.EVERYBODY)
@Controller
class Failures extends BasicErrorController {

    Failures(ErrorAttributes attributes, WebProperties settings, ObjectProvider<ErrorViewResolver> views) {
        super(attributes, settings.getError(), views.orderedStream().toList());
    }

    @Override
    public ResponseEntity<Map<String, @Nullable Object>> error(HttpServletRequest request) {
        var status = getStatus(request);
        var kind = ProblemKind.usualFor(status).orElse(ProblemKind.FAULT);
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("type", kind.type());
        problem.put("title", kind.title());
        problem.put("status", status.value());
        problem.put("detail", kind.meaning());
        problem.put("instance", URI.create(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
