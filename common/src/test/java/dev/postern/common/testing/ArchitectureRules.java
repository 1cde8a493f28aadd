package dev.postern.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.stream.Stream;

/** The rules that hold the modules to the architecture. Each is shown to bite by {@code ArchitectureRulesTest}. */
public final class ArchitectureRules {

    private static final DescribedPredicate<JavaClass> CONTROLLERS = metaAnnotatedWith(
                    "org.springframework.stereotype.Controller")
            .as("controllers")
            .forSubtype();
    private static final DescribedPredicate<JavaClass> WIRING = metaAnnotatedWith(
                    "org.springframework.context.annotation.Configuration")
            .as("configuration")
            .forSubtype();

    private static final DescribedPredicate<JavaClass> WEB =
            resideInAnyPackage("org.springframework.web..", "jakarta.servlet..").as("the web");
    private static final DescribedPredicate<JavaClass> SQL = resideInAnyPackage(
                    "org.springframework.jdbc..", "java.sql..", "javax.sql..")
            .as("the database");
    private static final DescribedPredicate<JavaClass> WIRE = resideInAnyPackage(
                    "java.net.http..", "javax.net..", "jakarta.mail..", "software.amazon..")
            .or(type(java.net.Socket.class))
            .or(type(java.nio.channels.SocketChannel.class))
            .as("another server");

    /** The modules meet over HTTP, SMTP, views and files: in code they know {@code common} alone. */
    public static final ArchRule modulesDoNotSeeEachOther = slices().matching("dev.postern.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage("dev.postern.common.."))
            .as("modules depend on common only");

    /** One class speaks one technology, and the packages named for a technology know nothing of each other. */
    public static final ArchRule adaptersDoNotSeeEachOther = CompositeArchRule.of(
                    Stream.of(speaksOnlyOneOf(WEB, SQL), speaksOnlyOneOf(WEB, WIRE), speaksOnlyOneOf(SQL, WIRE))
                            .toList())
            .and(slices().matching("dev.postern..(web|smtp|db|s3|dns)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true))
            .as("adapters do not see each other");

    /** A controller translates: it keeps no state, computes nothing secret, and reaches for no database or server. */
    public static final ArchRule controllersHoldNoRules = CompositeArchRule.of(noClasses()
                    .that(CONTROLLERS)
                    .should()
                    .dependOnClassesThat(SQL.or(WIRE).or(resideInAnyPackage("javax.crypto..", "java.security.spec.."))))
            .and(noClasses()
                    .that(not(CONTROLLERS).and(not(WIRING)))
                    .should()
                    .dependOnClassesThat(CONTROLLERS)
                    .as("nobody builds on a controller"))
            .and(fields().that().areDeclaredInClassesThat(CONTROLLERS).should().beFinal())
            .allowEmptyShould(true)
            .as("controllers hold no rules");

    private ArchitectureRules() {}

    /** The core of a module is Java, ICU's text, the domain language, and nothing that a framework could change. */
    public static ArchRule domainKnowsNoFramework(String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(packages)
                        .or(resideInAnyPackage(
                                "dev.postern.common.mail..",
                                "org.jspecify..",
                                "com.ibm.icu.text..",
                                "java..",
                                "javax.crypto.."))
                        .and(not(SQL))
                        .and(not(WIRE)))
                .as("the domain knows no framework");
    }

    /** Features are the packages right below {@code basePackage}. */
    public static ArchRule noCyclesBetweenFeatures(String basePackage) {
        return slices().matching(basePackage + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule speaksOnlyOneOf(DescribedPredicate<JavaClass> one, DescribedPredicate<JavaClass> other) {
        return noClasses()
                .that(not(WIRING).and(dependOn(one)))
                .should()
                .dependOnClassesThat(other)
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> dependOn(DescribedPredicate<JavaClass> technology) {
        return DescribedPredicate.describe(
                "depend on " + technology.getDescription(),
                candidate -> candidate.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> technology.test(dependency.getTargetClass())));
    }
}
