// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.outbox.EventSender;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.spi.RecordDatabase;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessObserverMethod;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Stops a deployment that could never send its events. Asked bean by bean: the bean manager of an extension does not see other
 * archives on every server.
 */
public class OutboxExtension implements Extension {

    private final Set<String> senders = new TreeSet<>();
    private boolean hasDatabase;
    private boolean hasObserver;
    private boolean hasTimer;

    /** For the container. */
    public OutboxExtension() {}

    void see(@Observes ProcessBean<?> processed) {
        hasTimer |=
                processed instanceof ProcessSessionBean && processed.getBean().getBeanClass() == RelayTimer.class;
        hasDatabase |= processed.getBean().getTypes().contains(RecordDatabase.class);
        String name = processed.getBean().getName();
        if (name != null && processed.getBean().getTypes().contains(EventSender.class)) {
            senders.add(name);
        }
    }

    void see(@Observes ProcessObserverMethod<OutboxEvent, ?> observer) {
        hasObserver = true;
    }

    void check(@Observes AfterDeploymentValidation validation) {
        List<String> problems = problems(OutboxSettingsGroup.checked());
        if (!problems.isEmpty()) {
            validation.addDeploymentProblem(new InvalidSettingsException(problems));
        }
    }

    private List<String> problems(OutboxSettings settings) {
        List<String> problems = new ArrayList<>();
        if (!hasDatabase) {
            problems.add("idempotency-outbox is deployed, and no RecordDatabase: add idempotency-persistence");
        }
        for (String chosen : settings.chosenSenders()) {
            if (chosen.equals(GivenSenders.CDI) && !hasObserver) {
                problems.add(OutboxSettings.SENDER + " or a type's sender is cdi, and no method observes OutboxEvent");
            }
            if (!GivenSenders.ALL.contains(chosen) && !senders.contains(chosen)) {
                problems.add("There is no sender '" + chosen + "': it must be one of "
                        + String.join(", ", GivenSenders.ALL.stream().sorted().toList())
                        + ", or the @Named name of an EventSender bean"
                        + (senders.isEmpty() ? "" : ", such as " + String.join(", ", senders)));
            }
        }
        return problems;
    }

    /** Whether the server has taken {@link RelayTimer} for an EJB, so that it starts it. */
    boolean hasTimer() {
        return hasTimer;
    }
}
