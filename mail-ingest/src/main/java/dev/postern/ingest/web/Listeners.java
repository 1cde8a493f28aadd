package dev.postern.ingest.web;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Three listeners: the API, whose connections are many and small, the dashboard, and the one that the filter asks. */
@Component
final class Listeners implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int FEW_CONNECTIONS = 100;
    private static final Duration BODY_READ = Duration.ofSeconds(8);

    private final Connector dashboard;
    private final Connector filter;

    Listeners(DashboardListener dashboard, FilterListener filter) {
        this.dashboard = connector("tomcat-dashboard-", dashboard.address(), dashboard.port());
        this.filter = connector("tomcat-filter-", filter.address(), filter.port());
    }

    private static Connector connector(String threads, String address, int port) {
        var protocol = new Http11NioProtocol();
        protocol.setExecutor(new VirtualThreadExecutor(threads));
        protocol.setMaxConnections(FEW_CONNECTIONS);
        var connector = new Connector(protocol);
        connector.setProperty("address", address);
        connector.setPort(port);
        return connector;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addAdditionalConnectors(dashboard, filter);
        factory.addConnectorCustomizers(Listeners::slim);
    }

    /** Which of the three has this port. */
    Audience audienceOf(int port) {
        if (port == dashboard.getLocalPort()) {
            return Audience.OPERATORS;
        }
        return port == filter.getLocalPort() ? Audience.FILTER : Audience.EDGE;
    }

    /** What a connection takes while it does nothing, since a hostile client opens thousands. */
    private static void slim(Connector api) {
        api.setProperty("disableUploadTimeout", "false");
        api.setProperty("connectionUploadTimeout", String.valueOf(BODY_READ.toMillis()));
        api.setProperty("socket.appReadBufSize", "4096");
        api.setProperty("socket.appWriteBufSize", "2048");
        api.setProperty("socket.bufferPool", "0");
        api.setProperty("socket.processorCache", "64");
    }
}
