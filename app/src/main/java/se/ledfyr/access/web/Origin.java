package se.ledfyr.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// Where a request comes from, as coarse as one connection to the net is handed out.
final class Origin {

    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /// The IPv4 address, or the first 64 bits of the IPv6 address: one household has all the rest.
    static String of(HttpServletRequest request) {
        try {
            InetAddress address = InetAddress.ofLiteral(request.getRemoteAddr());
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                    : address.getHostAddress();
        } catch (IllegalArgumentException unknown) {
            return "unknown";
        }
    }
}
