/** OpenSSL's and Node's names for a certificate that is not trusted and for a peer that does not speak TLS. */
export const TLS_CODES =
  /^(ETLS|EPROTO|ERR_SSL|ERR_TLS|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_)/;

/** Of them, those of a peer that answered with something else than TLS: plain HTTP, most often. */
export const SPEAKS_NO_TLS = /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST)$/;
