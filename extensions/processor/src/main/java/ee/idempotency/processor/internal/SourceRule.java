// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import ee.idempotency.operation.MethodRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can be seen in source and by no deployment, each with its name and what it is unless an option says otherwise. */
enum SourceRule {

    /** A protected method is called on the object itself, past the container. */
    SELF_CALL("selfCall", Level.ERROR),

    /** An object with protected methods is made without the container. */
    NEW_OBJECT("newObject", Level.WARNING),

    /** The name of an operation is that of its class and method, so that renaming these makes its keys unknown. */
    UNNAMED("unnamed", Level.WARNING),

    /** A repeat with another payload is not noticed. */
    FINGERPRINT("fingerprint", Level.WARNING),

    /** A class could not be loaded, so that it was not checked. */
    UNCHECKED("unchecked", Level.WARNING);

    private final String ruleName;
    private final Level usual;

    SourceRule(String ruleName, Level usual) {
        this.ruleName = ruleName;
        this.usual = usual;
    }

    String ruleName() {
        return ruleName;
    }

    /** All rules, those that stop a deployment too, with their usual level. */
    static Map<String, Level> all() {
        Map<String, Level> all = new LinkedHashMap<>();
        Arrays.stream(MethodRule.values()).forEach(rule -> all.put(rule.ruleName(), Level.ERROR));
        Arrays.stream(values()).forEach(rule -> all.put(rule.ruleName, rule.usual));
        return all;
    }
}
