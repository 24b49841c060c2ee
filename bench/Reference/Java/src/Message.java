import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** One line of the protocol. What comes in is a flat object of texts without escapes, whole numbers and flags. */
final class Message {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*(?:\"([^\"]*)\"|(-?\\d+)|(true|false))");
    private final Map<String, Object> fields = new LinkedHashMap<>();

    static Message of(String type) {
        return new Message().with("type", type);
    }

    static Message parse(String line) {
        Message message = new Message();
        for (Matcher field = FIELD.matcher(line); field.find();) {
            Object value = field.group(2) != null ? field.group(2)
                : field.group(3) != null ? (Object) Long.valueOf(field.group(3))
                : Boolean.valueOf(field.group(4));
            message.fields.put(field.group(1), value);
        }
        return message;
    }

    Message with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    String text(String name) {
        return (String) told(name);
    }

    long number(String name) {
        return (Long) told(name);
    }

    int count(String name) {
        return Math.toIntExact(number(name));
    }

    long seed() {
        return Long.parseUnsignedLong(text("seed"));
    }

    boolean flag(String name) {
        return (Boolean) told(name);
    }

    String toJson() {
        return fields.entrySet().stream()
            .map(field -> "\"" + field.getKey() + "\":" + json(field.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    }

    private Object told(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no field " + name);
        }
        return value;
    }

    private static String json(Object value) {
        if (value instanceof long[]) {
            return LongStream.of((long[]) value).mapToObj(Long::toString).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Json) {
            return ((Json) value).text;
        }
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + '"';
    }

    /** JSON as it is. */
    static final class Json {
        private final String text;

        Json(String text) {
            this.text = text;
        }
    }
}
