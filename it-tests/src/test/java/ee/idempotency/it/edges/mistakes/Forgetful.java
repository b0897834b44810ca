// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.mistakes;

import ee.idempotency.IdempotentOperation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Lists resources that are beans, objects of its own, and what locates a sub-resource, and not the feature. */
@ApplicationPath("/forgetful")
public class Forgetful extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(AsBean.class, Locating.class);
    }

    @Override
    @SuppressWarnings("deprecation") // applications of today still list singletons
    public Set<Object> getSingletons() {
        return Set.of(new AsObject());
    }

    /** A bean. */
    @Path("/bean")
    @RequestScoped
    public static class AsBean {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }

    /** No bean. */
    @Path("/object")
    @Vetoed
    public static class AsObject {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }

    /** Not protected itself. */
    @Path("/located")
    @RequestScoped
    public static class Locating {

        @Path("one")
        public Located one() {
            return new Located();
        }

        @Path("another")
        public Object another() {
            return new Hidden();
        }
    }

    /** No bean, and not listed. */
    @Vetoed
    public static class Located {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }

    /** No bean, not listed, and declared nowhere. */
    @Vetoed
    public static class Hidden {

        @POST
        @IdempotentOperation
        public String create() {
            return "";
        }
    }
}
