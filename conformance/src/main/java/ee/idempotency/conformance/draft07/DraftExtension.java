// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.draft07;

import ee.idempotency.conformance.internal.Broken;
import ee.idempotency.conformance.internal.Draft;
import ee.idempotency.conformance.internal.Note;
import ee.idempotency.conformance.internal.Target;
import ee.idempotency.conformance.internal.TargetSettings;
import ee.idempotency.conformance.report.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives tests what they measure with, and makes notes of broken rules that are no MUST. */
final class DraftExtension implements ParameterResolver, TestExecutionExceptionHandler {

    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(DraftExtension.class);

    private record Instruments(Probe probe, Scenarios scenarios) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Probe.class || type == Scenarios.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Instruments instruments = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Instruments.class, type -> instruments(context), Instruments.class);
        return parameter.getParameter().getType() == Probe.class ? instruments.probe() : instruments.scenarios();
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        Level level = AnnotationSupport.findAnnotation(context.getElement(), Draft.class)
                .map(Draft::level)
                .orElse(Level.MUST);
        throw thrown instanceof Broken && level != Level.MUST ? new Note(String.valueOf(thrown.getMessage())) : thrown;
    }

    private static Instruments instruments(ExtensionContext context) {
        Properties settings = new Properties();
        context.getConfigurationParameter(TargetSettings.FILE_PARAMETER)
                .ifPresent(name -> settings.putAll(load(Path.of(name))));
        context.getConfigurationParameter(TargetSettings.PARAMETER)
                .ifPresent(text -> settings.putAll(TargetSettings.parse(text)));
        Target target = TargetSettings.read(settings);
        Probe probe = new Probe(target);
        return new Instruments(probe, new Scenarios(probe));
    }

    private static Properties load(Path file) {
        try {
            return TargetSettings.parse(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
