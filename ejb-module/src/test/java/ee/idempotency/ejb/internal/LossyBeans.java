// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.bind.annotation.JsonbTransient;
import java.util.ArrayList;
import java.util.List;

/** Classes of results that JSON-B does not read back whole, or not at all. Their texts say all that is in them. */
final class LossyBeans {

    private LossyBeans() {}

    /** Getters and no setters. */
    public static class Getters {

        private String id;
        private int amount;

        public Getters() {}

        Getters(String id, int amount) {
            this.id = id;
            this.amount = amount;
        }

        public String getId() {
            return id;
        }

        public int getAmount() {
            return amount;
        }

        @Override
        public String toString() {
            return id + " " + amount;
        }
    }

    /** No constructor without arguments. */
    public static class Arguments {

        private final String id;

        Arguments(String id) {
            this.id = id;
        }

        public String getId() {
            return id;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    public sealed interface Shape permits Circle, Square {}

    public record Circle(int radius) implements Shape {}

    public record Square(int side) implements Shape {}

    public record Drawing(Shape shape) {}

    public record Measure(double value) {}

    /** Something that JSON-B never sees, and that no second encoding shows. */
    public static class Hidden {

        public String id;
        private String secret;

        public Hidden() {}

        Hidden(String id, String secret) {
            this.id = id;
            this.secret = secret;
        }

        @Override
        public String toString() {
            return id + " " + secret;
        }
    }

    /** Something transient that its {@code equals} counts. */
    public static class Counted {

        public String id;
        private transient int count;

        public Counted() {}

        Counted(String id, int count) {
            this.id = id;
            this.count = count;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counted that && id.equals(that.id) && count == that.count;
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }

        @Override
        public String toString() {
            return id + " " + count;
        }
    }

    /** Equal by its identifier, as entities are; what it also holds is lost. */
    public static class Entity {

        public int id;

        @JsonbTransient
        public String status;

        public Entity() {}

        Entity(int id, String status) {
            this.id = id;
            this.status = status;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Entity that && id == that.id;
        }

        @Override
        public int hashCode() {
            return id;
        }

        @Override
        public String toString() {
            return id + " " + status;
        }
    }

    /** A list with more than its elements. */
    public static class Names extends ArrayList<String> {

        private static final long serialVersionUID = 1L;

        public String title;

        public Names() {}

        Names(String title, String... names) {
            this.title = title;
            addAll(List.of(names));
        }

        @Override
        public String toString() {
            return title + super.toString();
        }
    }

    /** What a constant with a body is declared as. */
    public interface Priced {

        int price();
    }

    public enum Tariff implements Priced {
        HIGH {
            @Override
            public int price() {
                return 9;
            }
        }
    }
}
