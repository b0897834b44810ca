// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import ee.idempotency.IdempotencyContext;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.CDIProvider;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;

/** A container whose one bean is a claim, while a test says that there is one. */
public final class EnclosingClaims implements CDIProvider {

    private static volatile String claim = "";

    /** What the container says of all threads from now on: under the claim of this name, or empty for none. */
    static void set(String name) {
        claim = name;
    }

    @Override
    public CDI<Object> getCDI() {
        if (claim.isEmpty()) {
            throw new IllegalStateException("no container");
        }
        return new Container<>();
    }

    private static IdempotencyContext context() {
        String current = claim;
        return (IdempotencyContext) Proxy.newProxyInstance(
                EnclosingClaims.class.getClassLoader(),
                new Class<?>[] {IdempotencyContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "isActive" -> !current.equals("none");
                    case "downstreamKey" -> current + "/" + arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Container<T> extends CDI<T> {

        @Override
        public BeanManager getBeanManager() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instance<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
            return new Container<>();
        }

        @Override
        public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnsatisfied() {
            return false;
        }

        @Override
        public boolean isAmbiguous() {
            return false;
        }

        @Override
        public void destroy(T instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Handle<T> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<T>> handles() {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("unchecked") // the only bean that there is
        public T get() {
            return (T) context();
        }

        @Override
        public Iterator<T> iterator() {
            return List.<T>of().iterator();
        }
    }
}
