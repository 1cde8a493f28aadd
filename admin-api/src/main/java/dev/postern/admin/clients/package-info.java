/**
 * How mail programs learn their settings: Thunderbird's autoconfig, Outlook's autodiscover, Apple's profiles, the SRV
 * records to publish, and a page for people.
 */
@NullMarked
package dev.postern.admin.clients;

import org.jspecify.annotations.NullMarked;
