// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package org.eclipse.microprofile.rest.client.inject;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for MicroProfile's, which is recognised by its name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface RegisterRestClient {}
