package dev.zhaoshang.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** Draws QR codes as PNG pictures that a phone reads off another phone's screen. */
public final class QrPainter {

  private static final int SIZE = 480;
  private static final int BLACK = 0x000000;
  private static final int WHITE = 0xffffff;

  /** The code of a text of up to some thousand characters, 480 pixels square. */
  public byte[] png(String text) {
    try {
      BitMatrix dots =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  SIZE,
                  SIZE,
                  Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
      BufferedImage image =
          new BufferedImage(dots.getWidth(), dots.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
      for (int x = 0; x < dots.getWidth(); x++) {
        for (int y = 0; y < dots.getHeight(); y++) {
          image.setRGB(x, y, dots.get(x, y) ? BLACK : WHITE);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (WriterException e) {
      throw new IllegalArgumentException("a text of that length fits no code", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
