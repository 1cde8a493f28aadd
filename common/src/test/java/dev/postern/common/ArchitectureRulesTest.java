package dev.postern.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.postern.common.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

    @Test
    void theDomainMayNotKnowAFramework() {
        assertThat(violationsOf(
                        ArchitectureRules.domainKnowsNoFramework("dev.postern.fixture.domain.."),
                        "dev.postern.fixture.domain"))
                .contains("FrameworkInTheDomain", "SqlInTheDomain");
    }

    @Test
    void featuresMayNotFormACycle() {
        assertThat(violationsOf(
                        ArchitectureRules.noCyclesBetweenFeatures("dev.postern.fixture.ring"),
                        "dev.postern.fixture.ring"))
                .contains("Cycle detected");
    }

    @Test
    void aModuleMayNotSeeAnother() {
        assertThat(violationsOf(
                        ArchitectureRules.modulesDoNotSeeEachOther,
                        "dev.postern.fixture.ring",
                        "dev.postern.fixtureneighbour"))
                .contains("SeesAnotherModule");
    }

    @Test
    void aModuleMaySeeCommon() {
        assertThatNoException()
                .isThrownBy(() -> ArchitectureRules.modulesDoNotSeeEachOther.check(
                        classesOf("dev.postern.common.service", "dev.postern.fixture.rules")));
    }

    @Test
    void anAdapterMayNotSeeAnother() {
        assertThat(violationsOf(
                        ArchitectureRules.adaptersDoNotSeeEachOther,
                        "dev.postern.fixture.adapters.web",
                        "dev.postern.fixture.adapters.db"))
                .contains("SeesTheDatabaseAdapter");
    }

    @Test
    void aClassMayNotSpeakTwoTechnologies() {
        assertThat(violationsOf(ArchitectureRules.adaptersDoNotSeeEachOther, "dev.postern.fixture.adapters"))
                .contains("SpeaksWebAndSql");
    }

    @Test
    void aControllerMayNotSpeakSqlNorKeepStateNorBeBuiltUpon() {
        assertThat(violationsOf(ArchitectureRules.controllersHoldNoRules, "dev.postern.fixture.rules"))
                .contains("SqlController", "CountingController.requests", "BuildsOnAController");
    }

    private static String violationsOf(ArchRule rule, String... packages) {
        return rule.evaluate(classesOf(packages)).getFailureReport().toString();
    }

    private static JavaClasses classesOf(String... packages) {
        return new ClassFileImporter().importPackages(packages);
    }
}
