// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.jaxrs.internal.response.UnansweredRequest;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;

/** Settles an asynchronous request when it is over, however it ended. */
record EndOfAsync(ServletRequest request) implements AsyncListener {

    static void listenTo(ServletRequest request) {
        try {
            request.getAsyncContext().addListener(new EndOfAsync(request));
        } catch (IllegalStateException alreadyOver) {
            UnansweredRequest.settle(request.getAttribute(UnansweredRequest.ATTRIBUTE));
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {
        UnansweredRequest.settle(request.getAttribute(UnansweredRequest.ATTRIBUTE));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
        // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
