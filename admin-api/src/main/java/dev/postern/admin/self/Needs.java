package dev.postern.admin.self;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an owner has to have shown to use an endpoint of self-service: {@link Standing#OWNER} where it is not said. What a
 * method says counts before its class.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Standing value();
}
