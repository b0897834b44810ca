// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Classes of results as applications write them. Their texts say all that is in them. */
final class ResultBeans {

    private ResultBeans() {}

    /** Getters and setters, and no {@code equals}. */
    public static class Bean {

        private String id;
        private int amount;

        public Bean() {}

        Bean(String id, int amount) {
            this.id = id;
            this.amount = amount;
        }

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }

        public int getAmount() {
            return amount;
        }

        public void setAmount(int amount) {
            this.amount = amount;
        }

        @Override
        public String toString() {
            return "(" + id + "," + amount + ")";
        }
    }

    /** More than what is declared. */
    public static class SubBean extends Bean {

        private String card;

        public SubBean() {}

        SubBean(String id, int amount, String card) {
            super(id, amount);
            this.card = card;
        }

        public String getCard() {
            return card;
        }

        public void setCard(String card) {
            this.card = card;
        }

        @Override
        public String toString() {
            return super.toString() + card + " of " + getClass().getSimpleName();
        }
    }

    /** Another class with the same content. */
    public static class EmptySub extends Bean {

        public EmptySub() {}

        EmptySub(String id, int amount) {
            super(id, amount);
        }
    }

    /** Beans in a bean. */
    public static class Outer {

        private Bean first;
        private List<Bean> others;

        public Outer() {}

        Outer(Bean first, List<Bean> others) {
            this.first = first;
            this.others = others;
        }

        public Bean getFirst() {
            return first;
        }

        public void setFirst(Bean first) {
            this.first = first;
        }

        public List<Bean> getOthers() {
            return others;
        }

        public void setOthers(List<Bean> others) {
            this.others = others;
        }

        @Override
        public String toString() {
            return first + " " + others;
        }
    }

    /** Properties that may be absent. */
    public static class Maybe {

        private String text;
        private Integer number;

        public Maybe() {}

        Maybe(String text, Integer number) {
            this.text = text;
            this.number = number;
        }

        public Optional<String> getText() {
            return Optional.ofNullable(text);
        }

        public void setText(Optional<String> text) {
            this.text = text.orElse(null);
        }

        public OptionalInt getNumber() {
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }

        public void setNumber(OptionalInt number) {
            this.number = number.isPresent() ? number.getAsInt() : null;
        }

        @Override
        public String toString() {
            return text + " " + number;
        }
    }

    /** Public fields. */
    public static class Fields {

        public String name;
        public long count;

        public Fields() {}

        Fields(String name, long count) {
            this.name = name;
            this.count = count;
        }

        @Override
        public String toString() {
            return name + " " + count;
        }
    }

    /** A type argument. */
    public static class Box<T> {

        private T content;

        public Box() {}

        Box(T content) {
            this.content = content;
        }

        public T getContent() {
            return content;
        }

        public void setContent(T content) {
            this.content = content;
        }

        @Override
        public String toString() {
            return "box of " + content.getClass().getSimpleName() + content;
        }
    }

    public record Money(BigDecimal amount, String currency) {}

    public record Line(String product, List<Money> prices, Map<String, Money> discounts) {}

    public record Page<T>(List<T> items, int total) {}

    public record MaybeRecord(Optional<String> one, Optional<String> other) {}

    /** Equal only to itself, by the array. */
    @SuppressWarnings("ArrayRecordComponent") // as applications write them
    public record Blob(String name, byte[] content) {

        @Override
        public String toString() {
            return name + Arrays.toString(content);
        }
    }

    /** Made by a factory that JSON-B knows. */
    public static final class Created {

        private final String id;

        private Created(String id) {
            this.id = id;
        }

        @JsonbCreator
        public static Created of(@JsonbProperty("id") String id) {
            return new Created(id);
        }

        public String getId() {
            return id;
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
