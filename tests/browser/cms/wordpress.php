<?php
// What WordPress makes of the HTML on standard input, as JSON: how its filter leaves what an author without
// `unfiltered_html` saves, how the classic editor's paragraphs are made of that, and what an oEmbed answer with this
// HTML becomes. The first argument is WordPress' folder; no site and no database are needed.
define('ABSPATH', rtrim($argv[1], '/') . '/');
define('WPINC', 'wp-includes');
foreach (['compat', 'load', 'plugin', 'functions', 'formatting', 'shortcodes', 'kses', 'embed', 'pluggable', 'class-wp-oembed'] as $file) {
    require_once ABSPATH . WPINC . "/$file.php";
}
// Settings of a site.
add_filter('pre_option_blog_charset', fn() => 'UTF-8');
add_filter('oembed_providers', fn() => []);
function home_url($path = '') { return "https://wordpress.example$path"; }

$html = stream_get_contents(STDIN);
$saved = wp_unslash(wp_filter_post_kses(wp_slash($html)));
$told = wp_filter_oembed_result($html, (object) ['type' => 'rich'], 'https://example.org/');
echo json_encode(['saved' => $saved, 'paragraphs' => wpautop($saved), 'oembed' => $told]);
