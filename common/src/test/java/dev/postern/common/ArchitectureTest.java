package dev.postern.common;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.postern.common.testing.ArchitectureRules;

@AnalyzeClasses(packages = "dev.postern", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule domainKnowsNoFramework =
            ArchitectureRules.domainKnowsNoFramework("dev.postern.common.mail..");

    @ArchTest
    static final ArchRule noCyclesBetweenPackages = ArchitectureRules.noCyclesBetweenFeatures("dev.postern.common");

    @ArchTest
    static final ArchRule modulesDoNotSeeEachOther = ArchitectureRules.modulesDoNotSeeEachOther;

    @ArchTest
    static final ArchRule adaptersDoNotSeeEachOther = ArchitectureRules.adaptersDoNotSeeEachOther;

    @ArchTest
    static final ArchRule controllersHoldNoRules = ArchitectureRules.controllersHoldNoRules;
}
