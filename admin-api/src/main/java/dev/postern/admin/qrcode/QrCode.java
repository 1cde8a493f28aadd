package dev.postern.admin.qrcode;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.net.URI;

/**
 * A link for the camera of a phone, as the path of an SVG image whose unit is one module.
 *
 * @param size of the image, with the four light modules on each side that ISO/IEC 18004 wants
 * @param path of the dark modules
 */
public record QrCode(int size, String path) {

    private static final int QUIET_ZONE = 4;

    public static QrCode of(URI link) {
        try {
            var modules =
                    Encoder.encode(link.toASCIIString(), ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(modules.getWidth() + 2 * QUIET_ZONE, pathOf(modules));
        } catch (WriterException tooLong) {
            // An address has at most 254 characters, a QR code holds two thousand.
            throw new IllegalArgumentException("no QR code can hold " + link, tooLong);
        }
    }

    private static String pathOf(ByteMatrix modules) {
        var path = new StringBuilder();
        for (int row = 0; row < modules.getHeight(); row++) {
            int start = 0;
            while (start < modules.getWidth()) {
                int end = start;
                while (end < modules.getWidth() && modules.get(end, row) == 1) {
                    end++;
                }
                if (end > start) {
                    path.append("M%d %dh%dv1h-%dz"
                            .formatted(start + QUIET_ZONE, row + QUIET_ZONE, end - start, end - start));
                }
                start = end + 1;
            }
        }
        return path.toString();
    }
}
