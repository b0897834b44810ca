// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import ee.idempotency.IdempotentOperation;
import ee.idempotency.settings.OperationSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where the key of a request is. The settings of an operation count before its annotation, as a whole. Immutable.
 *
 * @param place in which part of the request
 * @param name the header's name, or the pointer into the body; empty for the usual header
 */
public record KeySource(Place place, String name) {

    /** A part of a request. */
    public enum Place {
        /** The header that the setting {@code idempotency.http.header} names. */
        USUAL_HEADER,
        /** Another header. */
        HEADER,
        /** A member of a JSON body. */
        BODY
    }

    /** The usual header. */
    public static final KeySource USUAL = new KeySource(Place.USUAL_HEADER, "");

    private static final Set<String> CREDENTIALS = Set.of("authorization", "proxy-authorization", "cookie");

    /** As an annotation says; of one that says two things, the first. */
    public static KeySource of(IdempotentOperation annotation) {
        return of(annotation.keyHeader(), annotation.keyPointer());
    }

    private static KeySource of(String header, String pointer) {
        if (!header.isEmpty()) {
            return new KeySource(Place.HEADER, header);
        }
        return pointer.isEmpty() ? USUAL : new KeySource(Place.BODY, pointer);
    }

    /** What is wrong with an annotation, for its developer. */
    static List<String> problemsOf(IdempotentOperation annotation) {
        List<String> problems = new ArrayList<>();
        if (!annotation.keyHeader().isEmpty() && !annotation.keyPointer().isEmpty()) {
            problems.add("a key is in one place; give either keyHeader or keyPointer");
        }
        if (!annotation.keyHeader().isEmpty()) {
            problemsOfHeader(annotation.keyHeader()).forEach(problem -> problems.add("keyHeader: " + problem));
        }
        if (!annotation.keyPointer().isEmpty()) {
            JsonPointer.problemOf(annotation.keyPointer()).ifPresent(problem -> problems.add("keyPointer: " + problem));
        }
        return problems;
    }

    /**
     * As the settings of an operation say, or else {@code annotated}; {@code reader} collects what is wrong.
     *
     * @param operation its name
     */
    public static KeySource read(SettingsReader reader, String operation, KeySource annotated) {
        String headerName = OperationSettings.keyHeader(operation);
        String pointerName = OperationSettings.keyPointer(operation);
        String header = reader.text(headerName, "", "(?s).*", "");
        String pointer = reader.text(pointerName, "", "(?s).*", "");
        int problems = reader.problems().size();
        if (!header.isEmpty() && !pointer.isEmpty()) {
            reader.problem(headerName + " and " + pointerName + ": a key is in one place; set one of them");
        }
        if (!header.isEmpty()) {
            problemsOfHeader(header).forEach(problem -> reader.problem(headerName + ": " + problem));
        }
        if (!pointer.isEmpty()) {
            JsonPointer.problemOf(pointer).ifPresent(problem -> reader.problem(pointerName + ": " + problem));
        }
        boolean isUsable = reader.problems().size() == problems;
        return isUsable && !(header.isEmpty() && pointer.isEmpty()) ? of(header, pointer) : annotated;
    }

    private static List<String> problemsOfHeader(String header) {
        if (!header.matches(Header.TOKEN)) {
            return List.of("\"" + SettingsReader.shown(header) + "\" is no header name");
        }
        return CREDENTIALS.contains(header.toLowerCase(Locale.ROOT))
                ? List.of("\"" + header + "\" carries a secret, and keys are stored as they are")
                : List.of();
    }

    /**
     * Where the key is, in words.
     *
     * @param usualHeader the name of the usual header
     */
    public String words(String usualHeader) {
        return switch (place) {
            case USUAL_HEADER -> "header " + usualHeader;
            case HEADER -> "header " + name;
            case BODY -> "member " + name + " of the JSON body";
        };
    }
}
