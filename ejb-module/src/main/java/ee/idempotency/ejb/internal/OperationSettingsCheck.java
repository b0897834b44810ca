// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.KeySource;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.settings.OperationSettings;
import ee.idempotency.settings.SettingsReader;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads the settings of single operations, so that all others of their form are reported as unknown. */
final class OperationSettingsCheck {

    private OperationSettingsCheck() {}

    /** Reads those of all operations that have been given a name; {@code reader} collects what is wrong. */
    static void read(FoundMethods found, SettingsReader reader) {
        Map<String, AnnotatedMethod> named = new TreeMap<>();
        Stream.concat(
                        found.ofBeans().stream(),
                        found.ofOthers().values().stream().flatMap(Collection::stream))
                .forEach(method -> method.givenName()
                        .ifPresent(name -> named.merge(name, method, OperationSettingsCheck::overHttp)));
        named.forEach((operation, method) -> read(method, operation, reader));
    }

    private static AnnotatedMethod overHttp(AnnotatedMethod one, AnnotatedMethod other) {
        return other.kind() == OperationKind.RESOURCE_METHOD ? other : one;
    }

    private static void read(AnnotatedMethod method, String operation, SettingsReader reader) {
        OperationSettings.retained(operation, reader);
        if (method.kind() == OperationKind.RESOURCE_METHOD) {
            reader.flag(OperationSettings.shadow(operation), false);
            KeySource.read(reader, operation, KeySource.USUAL);
            return;
        }
        refuse(OperationSettings.shadow(operation), "shadow mode is for requests over HTTP", method, reader);
        refuse(OperationSettings.keyHeader(operation), "a header is for requests over HTTP", method, reader);
        refuse(
                OperationSettings.keyPointer(operation),
                "a pointer into a body is for requests over HTTP",
                method,
                reader);
    }

    private static void refuse(String setting, String why, AnnotatedMethod method, SettingsReader reader) {
        if (reader.isSet(setting)) {
            reader.problem(
                    setting + ": " + why + ", and " + method.where() + " is the method of a bean; remove the setting");
        }
    }
}
