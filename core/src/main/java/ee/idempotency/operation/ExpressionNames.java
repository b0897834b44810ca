// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.operation;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names in the expressions of an annotation, which must be those of parameters. What an expression asks for is found by
 * a parser of Jakarta EL where there is one, else by its text.
 */
public final class ExpressionNames {

    private static final Pattern LAMBDA = Pattern.compile("(\\w+|\\([\\w\\s,]*\\))\\s*->");

    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Neither a property nor a function; one with a capital letter may be a class, such as {@code Integer}. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.])[a-z_$][\\w$]*+(?!\\s*[(:]\\s*)");

    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "true",
            "false",
            "null",
            "instanceof",
            "empty",
            "div",
            "mod",
            "cat");

    private ExpressionNames() {}

    /** What is wrong with the expressions of a method, as far as their text shows it. */
    public static List<MethodProblem> problemsOf(AnnotatedMethod method) {
        return problemsOf(method, ExpressionNames::problemOf);
    }

    /**
     * What is wrong with the expressions of a method.
     *
     * @param check finds what is wrong with one expression over parameters of these names
     */
    public static List<MethodProblem> problemsOf(
            AnnotatedMethod method, BiFunction<String, Set<String>, Optional<String>> check) {
        List<String> expressions = new ArrayList<>(
                List.of(method.annotation().key(), method.annotation().fingerprint()));
        expressions.removeIf(String::isEmpty);
        if (expressions.isEmpty()) {
            return List.of();
        }
        Parameter[] parameters = method.namedParameters();
        if (!Arrays.stream(parameters).allMatch(Parameter::isNamePresent)) {
            return List.of(problem("expressions need parameter names; compile with -parameters"));
        }
        Set<String> names = Arrays.stream(parameters).map(Parameter::getName).collect(Collectors.toSet());
        return expressions.stream()
                .flatMap(expression -> check.apply(expression, names).stream())
                .map(ExpressionNames::problem)
                .toList();
    }

    private static MethodProblem problem(String text) {
        return new MethodProblem(MethodRule.EXPRESSION, text);
    }

    /** What is wrong with an expression that cannot be read. */
    public static String unreadable(String expression, String why) {
        return "the expression '" + expression + "' is not Jakarta EL, written without ${}: " + why;
    }

    /**
     * What is wrong with an expression that asks for these names; empty if each is a parameter, or one of a lambda.
     *
     * @param parameters the names of the method's parameters
     */
    public static Optional<String> unknown(String expression, Set<String> asked, Set<String> parameters) {
        Set<String> unknown = new TreeSet<>(asked);
        unknown.removeAll(parameters);
        LAMBDA.matcher(expression)
                .results()
                .flatMap((MatchResult found) -> Arrays.stream(found.group().split("\\W+", -1)))
                .forEach(unknown::remove);
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("the expression '" + expression + "' names " + String.join(", ", unknown)
                        + ", but the parameters are " + String.join(", ", new TreeSet<>(parameters)));
    }

    private static Optional<String> problemOf(String expression, Set<String> parameters) {
        if (expression.contains("${") || expression.contains("#{")) {
            return Optional.of(unreadable(expression, "the braces are added"));
        }
        String bare = LITERAL.matcher(expression).replaceAll("''");
        if (count(bare, "([{") != count(bare, ")]}")) {
            return Optional.of(unreadable(expression, "its brackets are not in pairs"));
        }
        Set<String> asked = NAME.matcher(bare)
                .results()
                .map((MatchResult found) -> found.group())
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toSet());
        return unknown(expression, asked, parameters);
    }

    private static long count(String text, String characters) {
        return text.chars().filter(each -> characters.indexOf(each) >= 0).count();
    }
}
