package dev.postern.backup.process;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A program's standard input, which knows whether the program has stopped listening. */
final class Pipe extends FilterOutputStream {

    private volatile boolean broken;

    Pipe(OutputStream input) {
        super(input);
    }

    boolean isBroken() {
        return broken;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException gone) {
            broken = true;
            throw gone;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } catch (IOException gone) {
            broken = true;
            throw gone;
        }
    }
}
