package org.eclipse.microprofile.jwt;

/** As much of MicroProfile JWT as the documentation uses. */
public interface JsonWebToken {

    String getIssuer();

    String getSubject();
}
