package dev.postern.admin.qrcode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z");
    private static final int QUIET_ZONE = 4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:8444/clients/alice@example.org.mobileconfig",
                "https://mail.postern.example/clients/a-name-that-is-as-long-as-a-local-part-can-be-which-is-64-octets@"
                        + "a-domain-that-is-as-long-as-it-can-be-which-is-less-than-254-octets.with-the-local-part-before-it"
                        + ".but-few-people-have-such-a-domain.example.mobileconfig"
            })
    void isReadBackAsTheLink(String link) throws ReaderException {
        assertThat(new Decoder().decode(modulesOf(QrCode.of(URI.create(link)))).getText())
                .isEqualTo(link);
    }

    private static BitMatrix modulesOf(QrCode code) {
        var size = code.size() - 2 * QUIET_ZONE;
        var modules = new BitMatrix(size);
        var runs = RUN.matcher(code.path());
        while (runs.find()) {
            modules.setRegion(
                    Integer.parseInt(runs.group(1)) - QUIET_ZONE,
                    Integer.parseInt(runs.group(2)) - QUIET_ZONE,
                    Integer.parseInt(runs.group(3)),
                    1);
        }
        return modules;
    }
}
