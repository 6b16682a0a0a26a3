package dev.zhaoshang.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A Markdown file of the repository, as far as its tests look at it. */
final class Page {

  /** The pages that a newcomer reads first, one a language. */
  static final List<String> READMES = List.of("README.md", "README.zh-CN.md");

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Path file;
  private final String source;
  private final Node root;

  private Page(Path file, String source) {
    this.file = file;
    this.source = source;
    this.root = PARSER.parse(source);
  }

  /** The page at a path from the top of the repository. */
  static Page of(String path) {
    Path file = Path.of(path);
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  /** The fenced blocks in their order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            blocks.add(new Block(block.getInfo(), block.getLiteral()));
          }
        });
    return blocks;
  }

  /** Where the links go, as written. */
  List<String> links() {
    List<String> links = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
          }
        });
    return links;
  }

  /** The texts of the headings. */
  List<String> headings() {
    List<String> headings = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            headings.add(text(heading));
          }
        });
    return headings;
  }

  /** The tables, each as its rows of cells without markup, the head first. */
  List<List<List<String>>> tables() {
    List<List<List<String>>> tables = new ArrayList<>();
    root.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
              tables.add(rows(block));
            }
          }
        });
    return tables;
  }

  /** Whether it has a part of that name. */
  boolean has(String name) {
    return source.contains("<!-- " + name + " -->");
  }

  /** What stands between the lines {@code <!-- name -->} and {@code <!-- /name -->}. */
  String between(String name) {
    return source.substring(begin(name), end(name));
  }

  /** The whole text with something else between the marks. */
  String with(String name, String text) {
    return source.substring(0, begin(name)) + text + source.substring(end(name));
  }

  private int begin(String name) {
    String mark = "<!-- " + name + " -->\n";
    int at = source.indexOf(mark);
    if (at < 0) {
      throw new AssertionError(file + " lacks the line " + mark);
    }
    return at + mark.length();
  }

  private int end(String name) {
    int at = source.indexOf("<!-- /" + name + " -->", begin(name));
    if (at < 0) {
      throw new AssertionError(file + " lacks the end of " + name);
    }
    return at;
  }

  private static List<List<String>> rows(Node table) {
    List<List<String>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        if (row instanceof TableRow) {
          rows.add(cells(row));
        }
      }
    }
    return rows;
  }

  private static List<String> cells(Node row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(text(cell));
      }
    }
    return cells;
  }

  private static String text(Node node) {
    StringBuilder text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code code) {
            text.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak lineBreak) {
            text.append(' ');
          }
        });
    return text.toString().strip();
  }

  /**
   * A fenced block.
   *
   * @param language what stands behind the fence
   * @param text its lines, each with a line end
   */
  record Block(String language, String text) {

    /** The commands of a shell block: lines joined where they go on, without comments. */
    List<String> commands() {
      return text.replace("\\\n", " ")
          .lines()
          .map(line -> line.replaceFirst("(^|\\s)#\\s.*$", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }
}
