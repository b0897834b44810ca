// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.operation;

import ee.idempotency.OutcomeChoice;
import ee.idempotency.jaxrs.annotation.FailurePolicy;
import ee.idempotency.jaxrs.internal.problem.ProblemEntity;
import ee.idempotency.jaxrs.internal.settings.StatusSettings;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which answers of an operation are outcomes: by default 2xx, 3xx and 4xx are stored and replayed, while 5xx and answers that
 * another try may change - 304, 401, 403, 408, 412, 425, 428, 429 - give the key back. Of these 304, 412 and 428 follow from
 * a condition (RFC 9110, section 13): nothing was done, and a client that asks for the current state may try again. An annotation goes before the settings and these
 * before the default; in each a status goes before its class. Immutable.
 */
public final class StatusRules {

    private static final Set<Integer> PASSING = Set.of(304, 401, 403, 408, 412, 425, 428, 429);

    private final List<StatusSettings> rules;

    private StatusRules(List<StatusSettings> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The rules of an operation.
     *
     * @throws IllegalArgumentException naming what the annotation has wrong
     */
    public static StatusRules of(Optional<FailurePolicy> annotation, StatusSettings settings) {
        List<StatusSettings> rules = new ArrayList<>();
        annotation.map(StatusRules::read).ifPresent(rules::add);
        rules.add(settings);
        return new StatusRules(rules);
    }

    private static StatusSettings read(FailurePolicy annotation) {
        StatusSettings read =
                new StatusSettings(Set.copyOf(List.of(annotation.store())), Set.copyOf(List.of(annotation.release())));
        for (Set<String> statuses : List.of(read.store(), read.release())) {
            for (String status : statuses) {
                if (!status.matches(StatusSettings.PATTERN)) {
                    throw new IllegalArgumentException(
                            "\"" + status + "\" is no status such as 404 or class such as 5xx");
                }
                if (read.store().contains(status) && read.release().contains(status)) {
                    throw new IllegalArgumentException("\"" + status + "\" cannot be both stored and released");
                }
            }
        }
        return read;
    }

    /**
     * Whether the answer is stored. What the application says of this one comes first, then problems of this library that
     * are worth a retry, which are never outcomes.
     */
    public boolean store(ContainerResponseContext response, OutcomeChoice choice) {
        boolean passing = response.getEntity() instanceof ProblemEntity problem
                && problem.type().isRetryable();
        return choice.isStored(!passing && store(response.getStatus()));
    }

    /** Likewise, of an answer that JAX-RS does not see. */
    public boolean store(int status, OutcomeChoice choice) {
        return choice.isStored(store(status));
    }

    boolean store(int status) {
        String exact = Integer.toString(status);
        String statusClass = status / 100 + "xx";
        for (StatusSettings rule : rules) {
            for (String name : List.of(exact, statusClass)) {
                if (rule.store().contains(name) || rule.release().contains(name)) {
                    return rule.store().contains(name);
                }
            }
        }
        return status >= 200 && status < 500 && !PASSING.contains(status);
    }
}
