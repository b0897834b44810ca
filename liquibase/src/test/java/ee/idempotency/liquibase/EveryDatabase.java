// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * A test that takes a {@link DatabaseKind} and runs once with each of {@link Databases#here}. By its tag the profile {@code
 * all} finds it, for the databases that the usual command leaves out.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag(EveryDatabase.TAG)
@ParameterizedTest(allowZeroInvocations = true) // with one database, it may be none of the servers
@ArgumentsSource(EveryDatabase.Kinds.class)
public @interface EveryDatabase {

    /** The tag, for tests with more parameters and a source of their own. */
    String TAG = "every-database";

    /** Whether only those that are a server of their own, with several nodes. */
    boolean servers() default false;

    /** Where the arguments come from. */
    final class Kinds implements ArgumentsProvider, AnnotationConsumer<EveryDatabase> {

        private boolean servers;

        @Override
        public void accept(EveryDatabase chosen) {
            servers = chosen.servers();
        }

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            return Databases.here().stream()
                    .filter(kind -> kind.isServer() || !servers)
                    .map(Arguments::of);
        }
    }
}
