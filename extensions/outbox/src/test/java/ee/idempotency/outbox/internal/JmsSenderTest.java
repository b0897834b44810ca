// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.outbox.CloudEvent;
import ee.idempotency.outbox.OutboxEvent;
import ee.idempotency.tck.Requirement;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calls of the JMS API; that a broker takes them is for the tests on servers. */
@Requirement("O3")
class JmsSenderTest {

    private final List<String> calls = new ArrayList<>();
    private final Queue queue = recording(Queue.class);
    private boolean isAway;

    @Test
    void sendsATextMessageThatNamesTheEventAndItsAggregate() {
        OutboxEvent event = Events.of("OrderPlaced");
        new JmsSender(recording(ConnectionFactory.class), queue).send(event);

        assertThat(calls)
                .containsExactly(
                        "createContext",
                        "createProducer",
                        "setJMSCorrelationID " + Events.ID,
                        "setProperty eventType OrderPlaced",
                        "setProperty JMSXGroupID order/17 \"b\"",
                        "send queue " + CloudEvent.json(event),
                        "close");
    }

    @Test
    void aBrokerThatIsAwayIsNoArrivalAndLeavesNothingOpen() {
        isAway = true;

        assertThatThrownBy(
                        () -> new JmsSender(recording(ConnectionFactory.class), queue).send(Events.of("OrderPlaced")))
                .isInstanceOf(JMSRuntimeException.class);
        assertThat(calls).endsWith("close");
    }

    /** Writes down each call, and answers another double where the API has an interface. */
    private <T> T recording(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if ("toString".equals(method.getName())) {
                        return "queue";
                    }
                    StringBuilder call = new StringBuilder(method.getName());
                    for (Object argument : arguments == null ? new Object[0] : arguments) {
                        call.append(' ').append(argument);
                    }
                    calls.add(call.toString());
                    if (isAway && "send".equals(method.getName())) {
                        throw new JMSRuntimeException("away");
                    }
                    return answer(proxy, method.getReturnType());
                }));
    }

    private Object answer(Object proxy, Class<?> type) {
        if (type == JMSProducer.class && proxy instanceof JMSProducer) {
            return proxy;
        }
        return type == JMSContext.class || type == JMSProducer.class ? recording(type) : null;
    }
}
