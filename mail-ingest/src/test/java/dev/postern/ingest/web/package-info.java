@NullMarked
package dev.postern.ingest.web;

import org.jspecify.annotations.NullMarked;
