import type { FileChange } from '../../../services/github/git/GitRepositories';
import type { Component } from '../../types';

/** A server on the JDK's own HTTP server, built by Maven. */
export function javaSources(component: Component): FileChange[] {
  const { name, version, port } = component;
  const packageName = `example.miniorg.${name.replace(/-/g, '')}`;
  const folder = packageName.replace(/\./g, '/');
  return [
    { path: 'pom.xml', content: pom(name, version, packageName) },
    {
      path: `src/main/java/${folder}/Server.java`,
      content: server(name, port, packageName),
    },
    {
      path: `src/test/java/${folder}/ServerTest.java`,
      content: serverTest(packageName),
    },
    {
      path: 'Dockerfile',
      content: `FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY pom.xml ./
COPY src ./src
RUN mvn --batch-mode --no-transfer-progress package

FROM eclipse-temurin:21-jre
COPY --from=build /src/target/${name}.jar /app.jar
USER 1001
ENV PORT=${port}
EXPOSE ${port}
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "/app.jar"]
`,
    },
    { path: '.gitignore', content: 'target/\n' },
  ];
}

function pom(name: string, version: string, packageName: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example.miniorg</groupId>
  <artifactId>${name}</artifactId>
  <version>${version}</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency>
      <groupId>org.junit.jupiter</groupId>
      <artifactId>junit-jupiter</artifactId>
      <version>5.11.4</version>
      <scope>test</scope>
    </dependency>
  </dependencies>
  <build>
    <finalName>${name}</finalName>
    <plugins>
      <plugin>
        <artifactId>maven-surefire-plugin</artifactId>
        <version>3.5.2</version>
      </plugin>
      <plugin>
        <artifactId>maven-jar-plugin</artifactId>
        <version>3.4.2</version>
        <configuration>
          <archive>
            <manifest>
              <mainClass>${packageName}.Server</mainClass>
            </manifest>
          </archive>
        </configuration>
      </plugin>
    </plugins>
  </build>
</project>
`;
}

function server(name: string, port: number, packageName: string): string {
  return `package ${packageName};

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;

/** The HTTP server of ${name}. */
public final class Server {
  private final Map<Integer, Long> answered = new ConcurrentSkipListMap<>();
  private final HttpServer http;

  Server(int port) throws IOException {
    http = HttpServer.create(new InetSocketAddress(port), 0);
    http.setExecutor(Executors.newCachedThreadPool());
    http.createContext("/", exchange -> reply(exchange, 404, "{\\"error\\":\\"not found\\"}"));
    http.createContext("/health", exchange -> reply(exchange, 200, "{\\"status\\":\\"ok\\"}"));
    http.createContext("/ready", exchange -> reply(exchange, 200, "{\\"status\\":\\"ready\\"}"));
    http.createContext("/metrics", exchange -> reply(exchange, 200, metrics()));
    http.start();
  }

  int port() {
    return http.getAddress().getPort();
  }

  void stop() {
    http.stop(0);
  }

  private void reply(HttpExchange exchange, int status, String body) throws IOException {
    answered.merge(status, 1L, Long::sum);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String metrics() {
    StringBuilder text = new StringBuilder("# HELP http_requests_total Requests answered.\\n");
    text.append("# TYPE http_requests_total counter\\n");
    answered.forEach(
        (status, count) ->
            text.append("http_requests_total{status=\\"%d\\"} %d\\n".formatted(status, count)));
    return text.toString();
  }

  public static void main(String[] args) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "${port}"));
    Server server = new Server(port);
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
  }
}
`;
}

function serverTest(packageName: string): string {
  return `package ${packageName};

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerTest {
  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = new Server(0);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void probesAnswer200() throws Exception {
    assertEquals(200, get("/health").statusCode());
    assertEquals(200, get("/ready").statusCode());
  }

  @Test
  void metricsCountWhatWasAnswered() throws Exception {
    get("/nowhere");
    assertTrue(get("/metrics").body().contains("http_requests_total{status=\\"404\\"} 1"));
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }
}
`;
}
