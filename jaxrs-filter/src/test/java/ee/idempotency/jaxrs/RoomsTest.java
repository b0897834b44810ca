// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The packages of this module stand on one another: none reaches up. */
class RoomsTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ee.idempotency.jaxrs");

    /** The module's own package is a slice of this pattern, too. */
    @Test
    void noPackageReachesItselfThroughOthers() {
        assertThat(MODULE.stream().map(type -> type.getPackageName()).distinct())
                .contains("ee.idempotency.jaxrs", "ee.idempotency.jaxrs.internal.response");
        slices().matching("ee.idempotency.(**)").should().beFreeOfCycles().check(MODULE);
    }
}
