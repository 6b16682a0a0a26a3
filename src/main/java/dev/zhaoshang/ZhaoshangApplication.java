package dev.zhaoshang;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the assistant. */
@SpringBootApplication
public class ZhaoshangApplication {

  /** Runs the application. */
  public static void main(String[] args) {
    SpringApplication.run(ZhaoshangApplication.class, args);
  }
}
