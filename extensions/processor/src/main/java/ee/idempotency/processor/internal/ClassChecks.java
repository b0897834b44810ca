// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

import ee.idempotency.engine.EngineSettings;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.operation.AnnotatedMethod;
import ee.idempotency.operation.ExpressionNames;
import ee.idempotency.operation.MethodChecks;
import ee.idempotency.operation.MethodProblem;
import ee.idempotency.operation.MethodRule;
import ee.idempotency.operation.Misplaced;
import ee.idempotency.operation.OperationKind;
import ee.idempotency.operation.OperationReader;
import ee.idempotency.operation.TransactionChecks;
import ee.idempotency.operation.UnseenClass;
import ee.idempotency.settings.SettingsReader;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Applies the rules of the deployment to the compiled classes, and those of the source to what it has. */
final class ClassChecks {

    private final ClassLoader classes;
    private final SeenSource seen;
    private final Reports reports;
    private final OperationOptions defaults =
            EngineSettings.read(new SettingsReader(name -> null)).defaults();
    private final Map<Class<?>, List<AnnotatedMethod>> found = new LinkedHashMap<>();

    ClassChecks(ClassLoader classes, SeenSource seen, Reports reports) {
        this.classes = classes;
        this.seen = seen;
        this.reports = reports;
    }

    void check() {
        seen.types().forEach(this::checkType);
        NameChecks.problemsOf(found).forEach(reports::add);
        List<AnnotatedMethod> all =
                found.values().stream().flatMap(List::stream).toList();
        all.forEach(method -> Advice.of(method).forEach((rule, text) -> reports.add(method, rule.ruleName(), text)));
        PastTheContainer past = new PastTheContainer(classes, reports);
        seen.selfCalls().forEach(past::check);
        seen.newObjects().forEach(past::check);
    }

    private void checkType(String name) {
        try {
            Class<?> type = Class.forName(name, false, classes);
            Misplaced.in(type).forEach(each -> reports.add(each.place(), type, each.problem()));
            if (OperationReader.carriesAnnotation(type)) {
                checkMethods(type, new OperationReader(type).methods());
            }
        } catch (ClassNotFoundException | LinkageError | TypeNotPresentException incomplete) {
            reports.add(
                    seen.of(name),
                    SourceRule.UNCHECKED.ruleName(),
                    "this class was not checked, because it cannot be loaded: " + incomplete);
        }
    }

    /** A class of which no objects can be made is checked where it is extended. */
    private void checkMethods(Class<?> type, List<AnnotatedMethod> methods) {
        if (UnseenClass.isRestClient(type)) {
            methods.forEach(method -> reports.add(method, problem(UnseenClass.REST_CLIENT)));
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return;
        }
        found.put(type, methods);
        for (AnnotatedMethod method : methods) {
            problemsOf(method).forEach(problem -> reports.add(method, problem));
        }
    }

    private List<MethodProblem> problemsOf(AnnotatedMethod method) {
        List<MethodProblem> problems = new ArrayList<>(MethodChecks.find(method, defaults, true));
        if (method.kind() != OperationKind.RESOURCE_METHOD) {
            problems.addAll(ExpressionNames.problemsOf(method));
            UnseenClass.problemOf(method.beanClass()).ifPresent(text -> problems.add(problem(text)));
        }
        if (defaults.problemsOf(method.annotation()).isEmpty()) {
            OperationOptions options = TransactionChecks.optionsOf(method, defaults.with(method.annotation()), true);
            TransactionChecks.problemOf(method, options).ifPresent(problems::add);
        }
        return problems;
    }

    private static MethodProblem problem(String text) {
        return new MethodProblem(MethodRule.INTERCEPTABLE, text);
    }
}
