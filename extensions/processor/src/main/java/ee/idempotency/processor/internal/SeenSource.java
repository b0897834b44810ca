// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the source of a compilation has, collected file by file. For one thread. */
final class SeenSource {

    private final Map<String, Place> types = new LinkedHashMap<>();
    private final Map<MethodName, Place> methods = new LinkedHashMap<>();
    private final List<SelfCall> selfCalls = new ArrayList<>();
    private final List<NewObject> newObjects = new ArrayList<>();

    void add(String type, Place place) {
        types.put(type, place);
    }

    void add(MethodName method, Place place) {
        methods.put(method, place);
    }

    void add(SelfCall call) {
        selfCalls.add(call);
    }

    void add(NewObject made) {
        newObjects.add(made);
    }

    /** The binary names of the classes. */
    List<String> types() {
        return List.copyOf(types.keySet());
    }

    /** Where a class is; null if it is not in this compilation. */
    @Nullable
    Place of(String type) {
        return types.get(type);
    }

    /** Where a method is; null if it is not in this compilation. */
    @Nullable
    Place of(MethodName method) {
        return methods.get(method);
    }

    List<SelfCall> selfCalls() {
        return selfCalls;
    }

    List<NewObject> newObjects() {
        return newObjects;
    }
}
