// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.InvalidKeyException.Reason;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a record, by its accessors, in the order in which its components are declared. */
final class RecordComponents {

    private RecordComponents() {}

    static List<@Nullable Object> values(Record record) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            values.add(valueOf(record, component));
        }
        return values;
    }

    private static @Nullable Object valueOf(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // the record's class may be private to the application
            return accessor.invoke(record);
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
            throw new InvalidKeyException(
                    Reason.PART_TYPE,
                    "The component " + component.getName() + " of the record "
                            + record.getClass().getName() + " cannot be read ("
                            + unreadable.getClass().getName()
                            + "); pass its identifier (text, number, UUID) instead");
        }
    }
}
