// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A call that has ended, or an incident of one that may still run, in a flight recording. */
@Name("ee.idempotency.Call")
@Label("Idempotent Call")
@Category("Idempotency")
@StackTrace(false)
final class CallEvent extends Event {

    @Label("Application")
    String application;

    @Label("Operation")
    String operation;

    @Label("Mode")
    String mode;

    @Label("Record")
    @Description("The first digits of the record key")
    String record;

    @Label("Outcome")
    @Description("How the call ended, or incident")
    String outcome;

    @Label("Reason")
    String reason;

    CallEvent(String application, String operation, String mode, String record, String outcome, String reason) {
        this.application = application;
        this.operation = operation;
        this.mode = mode;
        this.record = record;
        this.outcome = outcome;
        this.reason = reason;
    }
}
