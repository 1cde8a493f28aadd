package dev.postern.dkim;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.postern.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.postern", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule modulesDoNotSeeEachOther = ArchitectureRules.modulesDoNotSeeEachOther;

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther = ArchitectureRules.adaptersDoNotSeeEachOther;

    @ArchTest
    static final ArchRule controllersHoldNoRules = ArchitectureRules.controllersHoldNoRules;

    @ArchTest
    static final ArchRule featuresFormNoCycle = ArchitectureRules.noCyclesBetweenFeatures("dev.postern.dkim");

    @ArchTest
    static final ArchRule coreKnowsNoFramework = ArchitectureRules.domainKnowsNoFramework("dev.postern.dkim.keys..");
}
