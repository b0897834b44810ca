// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the components of records by name, which Jakarta EL 5 does not do by itself. Thread-safe. */
final class RecordComponents extends ELResolver {

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<RecordComponent> component = componentOf(base, property);
        if (component.isEmpty()) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            component.get().getAccessor().setAccessible(true);
            return component.get().getAccessor().invoke(base);
        } catch (ReflectiveOperationException | RuntimeException notReadable) {
            throw new ELException(
                    "The component " + property + " of "
                            + component.get().getDeclaringRecord().getName() + " cannot be read",
                    notReadable);
        }
    }

    private static Optional<RecordComponent> componentOf(@Nullable Object base, @Nullable Object property) {
        return base instanceof Record
                ? Arrays.stream(base.getClass().getRecordComponents())
                        .filter(component -> component.getName().equals(property))
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        Optional<RecordComponent> component = componentOf(base, property);
        component.ifPresent(found -> context.setPropertyResolved(base, property));
        return component.map(RecordComponent::getType).orElse(null);
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        // components cannot be set
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return true;
    }

    @Override
    public @Nullable Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return base instanceof Record ? String.class : null;
    }
}
