/** OpenSSL's and Node's names for a certificate that is not trusted and for a peer that does not speak TLS. */
export const TLS_CODES =
  /^(ETLS|EPROTO|ERR_SSL|ERR_TLS|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_)/;
