// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http;

import ee.idempotency.it.Carrier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One node for the classes of this package whose applications differ from that of {@link OneNode}; handed to their constructors.
 * They stand beside each other in the order of classes, because it ends when another server is started. None of its applications
 * sweeps.
 */
final class OtherWars implements ParameterResolver {

    /** The place of those classes in the order of classes: after the other classes that share a server. */
    static final int ORDER = 3;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Carrier.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OtherWars.class))
                .getOrComputeIfAbsent(Carrier.class, first -> start());
    }

    private static Carrier start() {
        Carrier carrier = Carrier.start(
                List.of(
                        RedisTierIT.war(), // at the root
                        EncryptedIT.war(),
                        QuotaIT.war(),
                        ShadowIT.war(),
                        StripeClientIT.war()),
                Map.of(),
                OneNode::sized);
        return carrier.closedBeforeNextStart()
                .awaitFound("encrypted", "/idempotency-policy")
                .awaitFound("quota", "/idempotency-policy")
                .awaitFound("shadow", "/idempotency-policy")
                .awaitFound("stripe", "/idempotency-policy");
    }
}
