package dev.zhaoshang.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrPainterTest {

  @Test
  void a_phone_reads_what_was_drawn() throws Exception {
    String link = "https://t.me/zhaoshang_bot?start=ABCDEFGHIJKLMNOP";
    byte[] png = new QrPainter().png(link);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int width = image.getWidth();
    int[] dots = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, image.getHeight(), dots);
    assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText())
        .isEqualTo(link);
  }
}
